package com.example.profile.service;

import com.example.profile.domain.User;
import com.example.profile.store.UserStore;
import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** What can be done with users, and who may do it. */
@Service
public class UserService {

    private static final Logger log = LoggerFactory.getLogger(UserService.class);

    private final UserStore users;
    private final Clock clock;

    public UserService(UserStore users, Clock clock) {
        this.users = users;
        this.clock = clock;
    }

    /** The account of {@code userId}, which only its owner may read. */
    public User account(long callerId, long userId) {
        requireOwner(callerId, userId);
        return find(userId);
    }

    /** The profile of {@code userId}, which every signed-in user may read. */
    public User profile(long userId) {
        return find(userId);
    }

    public synchronized User register(String email, String displayName) {
        if (users.existsByEmail(email)) {
            throw new EmailTakenException();
        }
        Instant now = clock.instant();
        User user = users.save(new User(users.nextId(), email, displayName, null, null, now, now));
        log.info("registered user {}", user.id());
        return user;
    }

    private User find(long userId) {
        return users.findById(userId).orElseThrow(() -> new UserNotFoundException(userId));
    }

    private static void requireOwner(long callerId, long userId) {
        if (callerId != userId) {
            throw new NotOwnerException(userId);
        }
    }
}
