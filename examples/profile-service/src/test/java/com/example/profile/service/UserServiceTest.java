package com.example.profile.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.profile.domain.User;
import com.example.profile.store.InMemoryUserStore;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class UserServiceTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final UserService users =
            new UserService(new InMemoryUserStore(), Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void a_registered_user_starts_with_an_empty_profile() {
        User user = users.register("dana@example.com", "Dana");

        assertThat(users.profile(user.id()))
                .isEqualTo(new User(4, "dana@example.com", "Dana", null, null, NOW, NOW));
    }

    @Test
    void an_email_address_is_registered_once_in_any_case() {
        assertThatThrownBy(() -> users.register("ADA@example.com", "Other Ada"))
                .isInstanceOf(EmailTakenException.class);
    }

    @Test
    void an_account_is_for_its_owner_only() {
        assertThatThrownBy(() -> users.account(1, 2)).isInstanceOf(NotOwnerException.class);
    }
}
