package org.example.parcels;

import java.util.Optional;

public interface Badges {

    void add(Badge badge);

    Optional<Badge> findByCode(String code);
}
