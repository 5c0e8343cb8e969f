package org.example.shelter.service;

import java.time.LocalDate;
import org.example.shelter.domain.Animal;
import org.example.shelter.domain.Species;
import org.example.shelter.failure.NotFoundException;
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
    public Animal update(long id, String name, Species species, LocalDate bornOn) {
        Animal animal = animal(id);
        Animal updated =
                new Animal(
                        animal.id(),
                        animal.chip(),
                        name,
                        species,
                        bornOn,
                        animal.keeperId(),
                        animal.arrivedAt());
        animals.update(updated);
        return updated;
    }
}
