package town.nagar.kit.http;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers what no route was asked for, such as a method that the server itself refuses. */
@RestController
public final class OtherErrors implements ErrorController {
    private static final int INTERNAL = 500;

    private final ErrorAnswers answers;

    public OtherErrors(ErrorAnswers answers) {
        this.answers = answers;
    }

    @RequestMapping("${server.error.path:/error}")
    ResponseEntity<Object> error(HttpServletRequest request) {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        int code = status instanceof Integer given ? given : INTERNAL;
        return answers.answer(ErrorAnswers.ofStatus(code, "", Map.of()), request);
    }
}
