if a:
        b()
        if d:
            c()
