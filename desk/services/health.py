"""Whether the desk can do its work."""

from sqlalchemy.exc import SQLAlchemyError

from desk.services.context import Desk


def database_answers(desk: Desk) -> bool:
    """Whether the database can be reached."""
    try:
        desk.database.ping()
    except SQLAlchemyError:
        return False
    return True
