package org.example.kennel.dog;

import org.springframework.data.jpa.repository.JpaRepository;

public interface DogRepository extends JpaRepository<Dog, Long> {
    boolean existsByChipIgnoreCaseAndIdNot(String chip, Long id);
}
