package org.example.shelter.web;

import jakarta.validation.Valid;
import java.net.URI;
import org.example.shelter.domain.Animal;
import org.example.shelter.domain.Species;
import org.example.shelter.service.AnimalService;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
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

    @PostMapping
    public ResponseEntity<AnimalView> create(@Valid @RequestBody CreateAnimalRequest request) {
        Animal animal =
                animals.create(
                        request.chip(),
                        request.name(),
                        Species.valueOf(request.species()),
                        request.bornOn(),
                        request.keeperId(),
                        request.arrivedAt());
        return ResponseEntity.created(URI.create("/api/animals/" + animal.id()))
                .body(AnimalView.from(animal));
    }
}
