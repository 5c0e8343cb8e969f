package com.example.profile.api;

import com.example.profile.domain.User;
import java.time.Instant;

/** What every signed-in user sees of a user. */
public record ProfileResponse(
        long id, String displayName, String bio, String avatarUrl, Instant updatedAt) {

    static ProfileResponse of(User user) {
        return new ProfileResponse(
                user.id(), user.displayName(), user.bio(), user.avatarUrl(), user.updatedAt());
    }
}
