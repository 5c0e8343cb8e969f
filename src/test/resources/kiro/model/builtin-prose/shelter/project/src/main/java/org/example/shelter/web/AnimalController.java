package org.example.shelter.web;

import org.example.shelter.service.AnimalService;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
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
}
