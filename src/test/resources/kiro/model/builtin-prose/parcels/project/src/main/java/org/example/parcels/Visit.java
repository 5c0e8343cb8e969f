package org.example.parcels;

import org.springframework.stereotype.Component;
import org.springframework.web.context.annotation.RequestScope;

/** Who stands at the counter during a request. */
@Component
@RequestScope
public class Visit {

    private String login;

    public void begin(String login) {
        this.login = login;
    }

    public boolean isKnown() {
        return login != null;
    }

    public String login() {
        return login;
    }
}
