"""Invented people and offices for development, so that every screen looks real. Never loaded in production.

Phones come from 0812-0000-xxxx and (0xxx) 000-xxxx, which nobody has. Everything happens through the domain, each step at its
own time: what you see is what the program itself makes.
"""
