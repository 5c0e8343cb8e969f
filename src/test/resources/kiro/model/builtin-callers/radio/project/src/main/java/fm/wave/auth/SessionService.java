package fm.wave.auth;

import fm.wave.ApiException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;

@Service
public class SessionService {

    private final JdbcTemplate jdbc;

    public SessionService(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public Session login(String handle, String password) {
        List<Session> found = jdbc.query(
                "SELECT id, role FROM users WHERE handle = ? AND password = ?",
                (rs, i) -> new Session(
                        UUID.randomUUID().toString(),
                        rs.getLong("id"),
                        rs.getString("role"),
                        Instant.now().plus(Duration.ofHours(8))),
                handle,
                password);
        if (found.isEmpty()) {
            throw ApiException.unauthorized();
        }
        Session session = found.get(0);
        jdbc.update(
                "INSERT INTO sessions (token, user_id, role, expires_at) VALUES (?, ?, ?, ?)",
                session.token(),
                session.userId(),
                session.role(),
                Timestamp.from(session.expiresAt()));
        return session;
    }

    public Session require(String header) {
        if (header == null || !header.startsWith("Bearer ")) {
            throw ApiException.unauthorized();
        }
        List<Session> found = jdbc.query(
                "SELECT token, user_id, role, expires_at FROM sessions WHERE token = ?",
                (rs, i) -> new Session(
                        rs.getString("token"),
                        rs.getLong("user_id"),
                        rs.getString("role"),
                        rs.getTimestamp("expires_at").toInstant()),
                header.substring(7));
        if (found.isEmpty() || found.get(0).expiresAt().isBefore(Instant.now())) {
            throw ApiException.unauthorized();
        }
        return found.get(0);
    }
}
