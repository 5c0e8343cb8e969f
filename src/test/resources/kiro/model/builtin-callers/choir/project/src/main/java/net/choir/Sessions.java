package net.choir;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

@Component
public class Sessions {
    private final Map<String, Singer> open = new ConcurrentHashMap<>();

    public String open(Singer singer) {
        String token = UUID.randomUUID().toString();
        open.put(token, singer);
        return token;
    }

    public Singer singer(String authorization) {
        if (authorization == null || !authorization.startsWith("Bearer ")) {
            throw Refused.unauthorized();
        }
        Singer singer = open.get(authorization.substring("Bearer ".length()));
        if (singer == null) {
            throw Refused.unauthorized();
        }
        return singer;
    }
}
