package a;

import java.net.URI;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class TermController {
    private final TermStore terms;
    private final ProjectStore projects;

    TermController(TermStore terms, ProjectStore projects) {
        this.terms = terms;
        this.projects = projects;
    }

    @GetMapping("/projects/{projectId}/terms/{id}")
    Term get(@PathVariable long projectId, @PathVariable long id, @RequestAttribute(TokenFilter.CALLER) long callerId) {
        return terms.find(id)
                .filter(term -> term.projectId() == projectId)
                .orElseThrow(() -> new NotFoundException("no term " + id));
    }

    @PostMapping("/projects/{projectId}/terms")
    ResponseEntity<Term> create(
            @RequestAttribute(TokenFilter.CALLER) long callerId,
            @PathVariable long projectId,
            @RequestBody CreateTermRequest request) {
        List<String> problems = request.problems();
        if (!problems.isEmpty()) {
            throw new InvalidRequestException(String.join("; ", problems));
        }
        projects.find(projectId)
                .orElseThrow(
                        () -> new NotFoundException("project " + projectId + " does not exist"));
        if (terms.all()
                .stream()
                .anyMatch(
                        other -> other.projectId() == projectId && callerId == other.authorId())) {
            throw new TermConflictException("there is a term by this caller already");
        }
        Term term =
                new Term(terms.nextId(), projectId, callerId, request.source(), request.target());
        terms.save(term);
        return ResponseEntity.created(URI.create("/projects/" + projectId + "/terms/" + term.id()))
                .body(term);
    }
}
