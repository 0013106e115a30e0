import type { peerQuestions as id } from "../id/peer-questions.ts";

type Loose<T> = T extends string ? string : { readonly [Key in keyof T]: Loose<T[Key]> };

export const peerQuestions: Loose<typeof id> = {
  perilaku: {
    berorientasi_pelayanan: {
      question: "When a citizen or a colleague needs their help",
      levels: [
        "Requests often get no answer.",
        "Requests are answered, but often after a reminder.",
        "Requests are answered kindly, to the end.",
        "Kindly and to the end, and the unit's service gets better with it.",
      ],
    },
    akuntabel: {
      question: "When doing their tasks and using what the office owns",
      levels: [
        "Tasks are often not finished, and it is not clear why.",
        "Tasks are finished, but often late or without care.",
        "Tasks are finished with care and on time. Office property is looked after.",
        "With care and on time, and the unit's mistakes are prevented too.",
      ],
    },
    kompeten: {
      question: "When there is something new to master",
      levels: [
        "The same mistakes come back often.",
        "Learns when asked to. The quality of work goes up and down.",
        "Learns of their own accord. The quality of work holds.",
        "The quality of work holds, and colleagues are helped to learn.",
      ],
    },
    harmonis: {
      question: "When dealing with people who are different",
      levels: [
        "Their words often hurt others.",
        "Polite to some people only.",
        "Respects everyone, and is ready to help.",
        "Respects, helps, and keeps the mood of the unit good.",
      ],
    },
    loyal: {
      question: "When trusted with the office's data and good name",
      levels: [
        "Office data is often shown to people who have no right to it.",
        "Data is kept, but sometimes talked about carelessly.",
        "Official secrets and the office's good name are kept.",
        "They are kept, and colleagues are reminded in a good way.",
      ],
    },
    adaptif: {
      question: "When ways of working change",
      levels: [
        "New ways are refused without a try.",
        "New ways are tried when pressed.",
        "Adapts quickly, and looks for a way.",
        "Brings ideas, and helps colleagues to change.",
      ],
    },
    kolaboratif: {
      question: "When working together with others",
      levels: [
        "Information that colleagues need is often held back.",
        "Works together when asked.",
        "Shares openly, and does their part.",
        "Shares openly, and brings others in.",
      ],
    },
  },
  levels: ["not seen yet", "seen now and then", "consistent", "consistent and catching"],
  unknown: "I do not know them well enough",
  guide: "Behaviour guide",
  guideSource: "PermenPANRB 6/2022, Article 10(3)",
};
