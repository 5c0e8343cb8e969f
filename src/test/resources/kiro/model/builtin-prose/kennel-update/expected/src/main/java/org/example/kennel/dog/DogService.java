package org.example.kennel.dog;

import org.example.kennel.failure.NotFoundException;
import org.example.kennel.failure.NotOwnerException;
import org.example.kennel.failure.WalkConflictException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
public class DogService {

    private final DogRepository dogs;

    public DogService(DogRepository dogs) {
        this.dogs = dogs;
    }

    @Transactional(readOnly = true)
    public Dog get(Long id) {
        return dogs.findById(id).orElseThrow(() -> new NotFoundException("dog " + id + " does not exist"));
    }

    public Dog update(String username, boolean isVet, Long id, String name, String chip) {
        Dog dog = get(id);
        if (!isVet && !username.equals(dog.getOwnerId())) {
            throw new NotOwnerException("dog " + id + " belongs to someone else");
        }
        if (chip != null && dogs.existsByChipIgnoreCaseAndIdNot(chip, dog.getId())) {
            throw new WalkConflictException("a dog with this chip exists already");
        }
        dog.setName(name);
        dog.setChip(chip);
        return dogs.save(dog);
    }
}
