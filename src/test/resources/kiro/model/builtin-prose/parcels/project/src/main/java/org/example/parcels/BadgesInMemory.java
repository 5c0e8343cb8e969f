package org.example.parcels;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Repository;

@Repository
class BadgesInMemory implements Badges {

    private final Map<String, Badge> badges = new ConcurrentHashMap<>();

    @Override
    public void add(Badge badge) {
        badges.put(badge.code(), badge);
    }

    @Override
    public Optional<Badge> findByCode(String code) {
        return Optional.ofNullable(badges.get(code));
    }
}
