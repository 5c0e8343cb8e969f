package org.example.harbour.domain;

/** Who calls. */
public record Agent(String id, String role) {}
