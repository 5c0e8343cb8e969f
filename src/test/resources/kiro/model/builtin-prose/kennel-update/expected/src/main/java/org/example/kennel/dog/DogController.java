package org.example.kennel.dog;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
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

    @PutMapping("/{id}")
    public DogView update(
            Authentication authentication,
            @PathVariable Long id,
            HttpServletRequest http,
            @Valid @RequestBody UpdateDogRequest request) {
        return DogView.of(
                dogs.update(
                        authentication.getName(),
                        http.isUserInRole("VET"),
                        id,
                        request.name(),
                        request.chip()));
    }
}
