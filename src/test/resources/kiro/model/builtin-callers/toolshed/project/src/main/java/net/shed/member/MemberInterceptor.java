package net.shed.member;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

@Component
public class MemberInterceptor implements HandlerInterceptor {
    public static final String MEMBER = "member";

    private final MemberRepository members;

    public MemberInterceptor(MemberRepository members) {
        this.members = members;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws Exception {
        String token = request.getHeader("X-Member-Token");
        Optional<Member> member =
                token == null ? Optional.empty() : members.findByToken(token, LocalDate.now());
        if (member.isEmpty()) {
            response.sendError(401, "a member's token is needed");
            return false;
        }
        request.setAttribute(MEMBER, member.get());
        return true;
    }
}
