package org.example.shelter.service;

import java.time.Instant;
import java.time.LocalDate;
import org.example.shelter.domain.Animal;
import org.example.shelter.domain.Species;
import org.example.shelter.failure.NotFoundException;
import org.example.shelter.failure.RuleViolationException;
import org.example.shelter.store.AnimalStore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
public class AnimalService {

    private final AnimalStore animals;

    public AnimalService(AnimalStore animals) {
        this.animals = animals;
    }

    public Animal animal(long id) {
        return animals.findById(id).orElseThrow(() -> new NotFoundException("animal", id));
    }

    @Transactional
    public Animal create(
            String chip,
            String name,
            Species species,
            LocalDate bornOn,
            long keeperId,
            Instant arrivedAt) {
        if (animals.existsByChip(chip)) {
            throw new RuleViolationException("an animal with this chip exists already");
        }
        return animals.insert(new Animal(null, chip, name, species, bornOn, keeperId, arrivedAt));
    }
}
