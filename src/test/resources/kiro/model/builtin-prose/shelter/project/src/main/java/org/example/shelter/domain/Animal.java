package org.example.shelter.domain;

import java.time.Instant;
import java.time.LocalDate;

/** @param bornOn null where nobody knows */
public record Animal(
        Long id,
        String chip,
        String name,
        Species species,
        LocalDate bornOn,
        long keeperId,
        Instant arrivedAt) {}
