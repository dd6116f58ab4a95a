"""Hosts the actions inside the desk: Rasa posts here instead of to an action server of its own."""

import importlib
import inspect
import pkgutil
import secrets
from collections.abc import Iterator

from fastapi import APIRouter, Header, HTTPException, Request, status
from rasa_sdk.executor import ActionExecutor
from rasa_sdk.interfaces import ActionNotFoundException
from starlette.responses import JSONResponse

import actions
from actions.base import DeskAction
from desk.services.context import Desk


def action_classes() -> Iterator[type[DeskAction]]:
    """Every action of every topic."""
    for module in pkgutil.iter_modules(actions.__path__):
        members = inspect.getmembers(importlib.import_module(f"actions.{module.name}"), inspect.isclass)
        for _, member in members:
            if issubclass(member, DeskAction) and "action_name" in vars(member):
                yield member


def executor_for(desk: Desk) -> ActionExecutor:
    """rasa-sdk's executor with all actions of the desk."""
    executor = ActionExecutor()
    for action in action_classes():
        executor.register_action(action(desk))
    return executor


def router_for(desk: Desk, secret: str) -> APIRouter:
    """The route that Rasa calls, behind the secret that both share."""
    router, executor = APIRouter(include_in_schema=False), executor_for(desk)

    @router.post("/rasa/actions")
    async def run_action(request: Request, x_gateway_secret: str = Header(default="")) -> JSONResponse:
        if not secrets.compare_digest(x_gateway_secret.encode(), secret.encode()):
            raise HTTPException(status.HTTP_404_NOT_FOUND)
        call = await request.json()
        try:
            result = await executor.run(call)
        except ActionNotFoundException as missing:
            body = {"error": f"no action {missing.action_name}", "action_name": missing.action_name}
            return JSONResponse(body, status.HTTP_404_NOT_FOUND)
        return JSONResponse(result.model_dump() if result else {"events": [], "responses": []})

    return router
