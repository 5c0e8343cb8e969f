package fm.wave.auth;

import fm.wave.ApiException;
import java.time.Instant;

public record Session(String token, long userId, String role, Instant expiresAt) {

    public boolean is(String wanted) {
        return role.equals(wanted);
    }

    public void mustBe(String wanted) {
        if (!is(wanted)) {
            throw ApiException.forbidden("this takes the role " + wanted);
        }
    }
}
