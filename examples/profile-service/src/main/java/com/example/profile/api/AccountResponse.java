package com.example.profile.api;

import com.example.profile.domain.User;
import java.time.Instant;

/** What a user sees of the own account. */
public record AccountResponse(long id, String email, String displayName, Instant createdAt) {

    static AccountResponse of(User user) {
        return new AccountResponse(user.id(), user.email(), user.displayName(), user.createdAt());
    }
}
