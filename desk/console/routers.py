"""All routers of the console, for the application to include."""

from desk.console import case, login, queue, reviews

ROUTERS = (
    login.open_router,
    login.router,
    queue.router,
    queue.live_router,
    case.router,
    case.live_router,
    reviews.router,
)
