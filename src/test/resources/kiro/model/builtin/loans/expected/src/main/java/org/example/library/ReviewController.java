package org.example.library;

import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
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

    @PutMapping("/{id}/mood")
    public MoodResponse updateMood(
            @RequestAttribute(MemberFilter.MEMBER) String memberId,
            @PathVariable long id,
            @Valid @RequestBody UpdateMoodRequest request) {
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
                        review.stars(),
                        review.text(),
                        review.createdAt(),
                        request.mood());
        store.put(updated);
        return MoodResponse.of(updated);
    }
}
