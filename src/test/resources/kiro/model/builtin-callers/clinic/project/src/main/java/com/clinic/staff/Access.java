package com.clinic.staff;

import java.util.Arrays;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

@Component
public class Access {
    /** Refuses who has none of these jobs. */
    public void require(Staff staff, Job... jobs) {
        if (!Arrays.asList(jobs).contains(staff.job())) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN, "not for a " + staff.job());
        }
    }
}
