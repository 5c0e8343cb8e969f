package org.example.shelter.domain;

public record Keeper(Long id, String badge, String name) {}
