"""The JSON API: decisions for anybody, cases for staff, health for operators."""
