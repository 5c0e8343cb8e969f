package org.example.kennel.dog;

import org.example.kennel.failure.NotFoundException;
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
}
