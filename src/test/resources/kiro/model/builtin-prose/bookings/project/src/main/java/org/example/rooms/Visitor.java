package org.example.rooms;

/** Who asks, as the gateway tells it. */
record Visitor(String name, boolean admin) {}
