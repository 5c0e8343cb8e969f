package com.example.profile.store;

import com.example.profile.domain.User;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Repository;

/** A store that starts with three users and forgets everything on restart. */
@Repository
public class InMemoryUserStore implements UserStore {

    private static final Instant SEEDED_AT = Instant.parse("2026-01-05T09:00:00Z");

    private final Map<Long, User> users = new ConcurrentHashMap<>();
    private final AtomicLong lastId = new AtomicLong();

    public InMemoryUserStore() {
        seed(
                "ada@example.com",
                "Ada Moreno",
                "Maps and mountains.",
                "https://cdn.example.com/ada.png");
        seed("ben@example.com", "Ben Okafor", "Bread, bikes and backends.", null);
        seed("chloe@example.com", "Chloe Tan", null, null);
    }

    @Override
    public Optional<User> findById(long id) {
        return Optional.ofNullable(users.get(id));
    }

    @Override
    public boolean existsByEmail(String email) {
        return users.values().stream().anyMatch(user -> user.email().equalsIgnoreCase(email));
    }

    @Override
    public long nextId() {
        return lastId.incrementAndGet();
    }

    @Override
    public User save(User user) {
        users.put(user.id(), user);
        return user;
    }

    private void seed(String email, String displayName, String bio, String avatarUrl) {
        save(new User(nextId(), email, displayName, bio, avatarUrl, SEEDED_AT, SEEDED_AT));
    }
}
