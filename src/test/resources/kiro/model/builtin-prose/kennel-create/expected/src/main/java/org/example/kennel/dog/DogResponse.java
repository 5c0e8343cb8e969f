package org.example.kennel.dog;

public record DogResponse(
        Long id,
        String name,
        String chip,
        String ownerId) {

    static DogResponse of(Dog dog) {
        return new DogResponse(dog.getId(), dog.getName(), dog.getChip(), dog.getOwnerId());
    }
}
