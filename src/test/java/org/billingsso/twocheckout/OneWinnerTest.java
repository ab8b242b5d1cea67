package org.billingsso.twocheckout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.billingsso.twocheckout.RunningShops.ADA;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.billingsso.store.Race;
import org.junit.jupiter.api.Test;

/** "The same token twice at once gives exactly one session", over HTTP. */
class OneWinnerTest {
  private static final int LINKS = 500;
  private static final int VISITORS = 64;
  private static final int LET_IN = 303;
  private static final int GONE = 410;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @Test
  void letsExactlyOneOfManyVisitorsInWhoComeAtOnce() throws Exception {
    try (RunningShops shops = new RunningShops()) {
      List<URI> links =
          Stream.generate(() -> shops.shopperLink(ADA, "/myaccount/?lang=en"))
              .map(shops.address()::resolve)
              .limit(LINKS)
              .toList();
      CyclicBarrier together = new CyclicBarrier(VISITORS);

      List<List<Integer>> visits = Race.of(VISITORS, visitor -> () -> followAll(links, together));

      for (int link = 0; link < LINKS; link++) {
        int number = link;
        assertThat(visits)
            .extracting(visit -> visit.get(number))
            .containsOnly(LET_IN, GONE)
            .containsOnlyOnce(LET_IN);
      }
    }
  }

  /** What each link answered to one of the visitors, who come to it all at once. */
  private List<Integer> followAll(List<URI> links, CyclicBarrier together) throws Exception {
    List<Integer> answers = new ArrayList<>();
    for (URI link : links) {
      together.await(1, TimeUnit.MINUTES);
      HttpRequest request = HttpRequest.newBuilder(link).build();
      HttpResponse<Void> answer = client.send(request, BodyHandlers.discarding());
      assertThat(answer.headers().firstValue("Set-Cookie").isPresent())
          .isEqualTo(answer.statusCode() == LET_IN);
      answers.add(answer.statusCode());
    }
    return answers;
  }
}
