"""The catalogue of support programs: records as dated data, checked when they are read."""

from desk.catalogue.catalogue import Catalogue, load_catalogue

__all__ = ["Catalogue", "load_catalogue"]
