package org.example.shelter.service;

import org.example.shelter.domain.Animal;
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
}
