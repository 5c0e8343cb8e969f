package org.museum.visit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.util.List;
import org.museum.NotFound;
import org.museum.auth.Keeper;
import org.museum.auth.NotAllowed;
import org.museum.auth.Sessions;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/visits")
class VisitController {
    private final VisitStore visits;
    private final Sessions sessions;

    VisitController(VisitStore visits, Sessions sessions) {
        this.visits = visits;
        this.sessions = sessions;
    }

    @GetMapping
    List<Visit> list(HttpServletRequest request) {
        sessions.keeper(request);
        return visits.all();
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(@PathVariable long id, HttpServletRequest request) {
        Keeper keeper = sessions.keeper(request);
        Visit visit = visits.find(id).orElseThrow(() -> new NotFound("no visit " + id));
        if (visit.bookedBy() != keeper.id() && !keeper.isCurator()) {
            throw new NotAllowed("this visit was booked by somebody else");
        }
        visits.remove(id);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Visit create(HttpServletRequest http, @Valid @RequestBody CreateVisitRequest request) {
        Keeper keeper = sessions.keeper(http);
        long callerId = keeper.id();
        return visits.add(
                new Visit(null, request.groupName(), request.visitors(), request.day(), callerId));
    }
}
