package vigie.ticket;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vigie.page.Done;
import vigie.page.Frame;
import vigie.people.Actor;
import vigie.people.May;
import vigie.people.Right;
import vigie.words.Refusal;

/** Files are handed in on a ticket's page and fetched from there; a browser saves them and shows none. */
@Controller
class AttachmentPages {
    private static final int MOST_AT_A_TIME = 4;

    private final Attachments attachments;
    private final AttachmentTable files;

    AttachmentPages(Attachments attachments, AttachmentTable files) {
        this.attachments = attachments;
        this.files = files;
    }

    @May(Right.REPLY_TICKETS)
    @PostMapping("/tickets/{id}/files")
    ModelAndView add(
            Frame frame,
            Actor actor,
            RedirectAttributes left,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable List<MultipartFile> files) {
        attachments.mayAdd(actor, id);
        var given = files == null
                ? List.<MultipartFile>of()
                : files.stream()
                        .filter(file -> !(file.isEmpty()
                                && String.valueOf(file.getOriginalFilename()).isBlank()))
                        .toList();
        if (given.isEmpty() || given.size() > MOST_AT_A_TIME) {
            throw Refusal.unreadable("files", "ticket.file-number", given.size(), MOST_AT_A_TIME);
        }
        for (var file : given) {
            try {
                attachments.add(actor, id, String.valueOf(file.getOriginalFilename()), file.getBytes());
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return Done.at("/tickets/" + id, left, frame.words().say("ticket.done.file"));
    }

    @May(Right.READ)
    @GetMapping("/tickets/{id:\\d+}/files/{file:\\d+}")
    ResponseEntity<byte[]> fetch(@PathVariable long id, @PathVariable long file) {
        var found = files.of(id).stream()
                .filter(each -> each.id() == file)
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("ticket.file-unknown", file, id));
        var saved = ContentDisposition.attachment()
                .filename(found.name(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, saved.toString())
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CONTENT_TYPE, found.type())
                .body(files.content(id, file).orElseThrow());
    }
}
