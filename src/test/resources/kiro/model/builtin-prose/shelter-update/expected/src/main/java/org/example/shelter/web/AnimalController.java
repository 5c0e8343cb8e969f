package org.example.shelter.web;

import jakarta.validation.Valid;
import org.example.shelter.domain.Species;
import org.example.shelter.service.AnimalService;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/animals")
public class AnimalController {

    private final AnimalService animals;

    public AnimalController(AnimalService animals) {
        this.animals = animals;
    }

    @GetMapping("/{id}")
    public AnimalView get(@PathVariable long id) {
        return AnimalView.from(animals.animal(id));
    }

    @PutMapping("/{id}")
    public AnimalView update(
            @PathVariable long id, @Valid @RequestBody UpdateAnimalRequest request) {
        return AnimalView.from(
                animals.update(
                        id, request.name(), Species.valueOf(request.species()), request.bornOn()));
    }
}
