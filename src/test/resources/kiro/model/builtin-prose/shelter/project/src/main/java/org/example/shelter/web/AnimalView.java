package org.example.shelter.web;

import java.time.Instant;
import java.time.LocalDate;
import org.example.shelter.domain.Animal;
import org.example.shelter.domain.Species;

public record AnimalView(
        Long id,
        String chip,
        String name,
        Species species,
        LocalDate bornOn,
        long keeperId,
        Instant arrivedAt) {

    public static AnimalView from(Animal animal) {
        return new AnimalView(
                animal.id(),
                animal.chip(),
                animal.name(),
                animal.species(),
                animal.bornOn(),
                animal.keeperId(),
                animal.arrivedAt());
    }
}
