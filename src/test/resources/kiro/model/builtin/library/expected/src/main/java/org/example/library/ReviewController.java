package org.example.library;

import jakarta.validation.Valid;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.example.library.ratelimit.RateLimited;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
@RequestMapping("/reviews")
public class ReviewController {
    private final ReviewStore store;

    public ReviewController(ReviewStore store) {
        this.store = store;
    }

    @GetMapping("/{id}")
    public Review get(@RequestAttribute(MemberFilter.MEMBER) String memberId, @PathVariable long id) {
        return store.find(id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @PostMapping
    public ResponseEntity<Review> create(
            @RequestAttribute(MemberFilter.MEMBER) String memberId,
            @Valid @RequestBody CreateReviewRequest request) {
        Review review =
                new Review(
                        store.nextId(),
                        memberId,
                        request.book(),
                        request.stars(),
                        request.text(),
                        Instant.now());
        store.put(review);
        return ResponseEntity.created(URI.create("/reviews/" + review.id())).body(review);
    }

    @PutMapping("/{id}")
    @RateLimited(requests = 2, seconds = 86400)
    public Review update(
            @RequestAttribute(MemberFilter.MEMBER) String memberId,
            @PathVariable long id,
            @Valid @RequestBody UpdateReviewRequest request) {
        Review review =
                store.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (!memberId.equals(review.memberId())) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        Review updated =
                new Review(
                        review.id(),
                        review.memberId(),
                        review.book(),
                        request.stars(),
                        request.text(),
                        review.createdAt());
        store.put(updated);
        return updated;
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    public void delete(
            @RequestAttribute(MemberFilter.MEMBER) String memberId, @PathVariable long id) {
        Review review =
                store.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (!memberId.equals(review.memberId())) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        store.delete(id);
    }

    @GetMapping
    public List<Review> list(@RequestParam(required = false) String book) {
        return store.findAll().stream()
                .filter(review -> book == null || book.equals(review.book()))
                .limit(50)
                .toList();
    }
}
