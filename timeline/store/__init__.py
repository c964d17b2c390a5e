"""Stories of up to ten million events and more: kept in a database, shown tile by tile.

`build` writes a store from any source, `Store` answers what a page asks of it; the queries are in `queries`, written once for every engine.
"""
