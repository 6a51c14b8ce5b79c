"""Starts OTS, and tests it, on a machine that has Python and make and nothing else.

``bootstrap`` makes the virtual environment with the standard library and hands over to
``python -m ots.launch``, which installs the front-end assets, starts PostgreSQL and the broker
from their wheels, and runs the site or the checks. Nothing here imports Django: Django's commands
run as processes of their own, told where the servers are by the environment.
"""
