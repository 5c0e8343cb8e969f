package com.example.profile.store;

import com.example.profile.domain.User;
import java.util.Optional;

/** Keeps users by id. */
public interface UserStore {

    Optional<User> findById(long id);

    boolean existsByEmail(String email);

    long nextId();

    /** Adds the user, or replaces the one with the same id. */
    User save(User user);
}
