package org.example.kennel.dog;

import jakarta.validation.Valid;
import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/dogs")
public class DogController {

    private final DogService dogs;

    public DogController(DogService dogs) {
        this.dogs = dogs;
    }

    public record DogView(Long id, String name, String chip, String ownerId) {

        static DogView of(Dog dog) {
            return new DogView(dog.getId(), dog.getName(), dog.getChip(), dog.getOwnerId());
        }
    }

    @GetMapping("/keeper")
    public String keeper(Authentication authentication) {
        return authentication.getName();
    }

    @GetMapping("/{id}")
    public DogView get(@PathVariable Long id) {
        return DogView.of(dogs.get(id));
    }

    @PostMapping
    public ResponseEntity<DogView> create(
            Authentication authentication, @Valid @RequestBody CreateDogRequest request) {
        Dog dog = dogs.create(authentication.getName(), request.name(), request.chip());
        return ResponseEntity.created(URI.create("/dogs/" + dog.getId())).body(DogView.of(dog));
    }
}
