package shop.web;

import jakarta.validation.constraints.Size;

public class Person {
    @Size(max = 40)
    private String name;
}
