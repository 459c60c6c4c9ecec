/**
 * The page's words per language. Labels that `facts/labels.json` knows are taken from there; the rest is
 * our own wording, good enough to read and of no other weight. Arabic is all ours: it stands for every
 * language whose labels nobody collected.
 */
import type { Switches } from './switches.ts';

export type MethodKey =
  | 'authenticatorApp'
  | 'passkey'
  | 'securityKey'
  | 'phone'
  | 'alternatePhone'
  | 'officePhone'
  | 'email'
  | 'password'
  | 'appPassword'
  | 'securityQuestions';

export interface Texts {
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  readonly skipToContent: string;
  readonly securityInfo: string;
  readonly subtitle: string;
  readonly adviceLine: string;
  readonly defaultMethod: string;
  readonly addMethodButton: string;
  readonly addMethodButtonOld: string;
  readonly addDialogTitleA: string;
  readonly addDialogTitleB: string;
  readonly question: string;
  readonly options: string;
  readonly chooseMethod: string;
  readonly showMore: string;
  readonly methods: Readonly<Record<MethodKey, string>>;
  readonly descriptors: Readonly<Record<MethodKey, string>>;
  readonly add: string;
  readonly cancel: string;
  readonly back: string;
  readonly next: string;
  readonly done: string;
  readonly close: string;
  readonly change: string;
  readonly delete: string;
  readonly ok: string;
  readonly yes: string;
  readonly deleteTitle: string;
  readonly deleteQuestion: string;
  readonly nameIntro: string;
  readonly nameLabel: string;
  readonly nameTooShort: string;
  readonly creating: string;
  readonly resultIntro: string;
  readonly resultOnce: string;
  readonly resultName: string;
  readonly resultPassword: string;
  readonly copy: string;
  readonly error: string;
  readonly throttled: string;
  readonly captcha: string;
  readonly limit: string;
  readonly otherMethod: string;
  readonly otherField: string;
  readonly sessionTitle: string;
  readonly sessionText: string;
  readonly sessionStay: string;
  readonly sessionEnded: string;
  readonly signInAgain: string;
  readonly lostDevice: string;
  readonly signOutEverywhere: string;
  readonly installAuthenticator: string;
  readonly differentApp: string;
  readonly skipSetup: string;
  readonly nav: Readonly<Record<'overview' | 'password' | 'organizations' | 'devices' | 'activity', string>>;
  readonly changePassword: string;
  readonly newPassword: string;
  readonly confirmPassword: string;
  readonly submit: string;
}

const en: Texts = {
  lang: 'en',
  dir: 'ltr',
  skipToContent: 'Skip to main content',
  securityInfo: 'Security info',
  subtitle: 'These are the methods you use to sign into your account or reset your password.',
  adviceLine: "You're using the most advisable sign-in method where it applies.",
  defaultMethod: 'Default sign-in method:',
  addMethodButton: 'Add sign-in method',
  addMethodButtonOld: 'Add method',
  addDialogTitleA: 'Add a method',
  addDialogTitleB: 'Add a sign-in method',
  question: 'Which method would you like to add?',
  options: 'Authentication method options',
  chooseMethod: 'Choose a method',
  showMore: 'Show more options',
  methods: {
    authenticatorApp: 'Microsoft Authenticator',
    passkey: 'Passkey',
    securityKey: 'Security key',
    phone: 'Phone',
    alternatePhone: 'Alternate phone',
    officePhone: 'Office phone',
    email: 'Email',
    password: 'Password',
    appPassword: 'App password',
    securityQuestions: 'Security questions',
  },
  descriptors: {
    authenticatorApp: 'Approve sign-in requests or use one-time codes',
    passkey: 'Sign in with your face, fingerprint or PIN',
    securityKey: 'Sign in with a USB, Bluetooth or NFC device',
    phone: 'Get a call or text to sign in with a code',
    alternatePhone: 'Get a call on another phone',
    officePhone: 'Get a call on your office phone',
    email: 'Get a code by email to reset your password',
    password: 'Sign in with a password',
    appPassword: 'Use a password with apps that can’t do two-step verification',
    securityQuestions: 'Answer questions to reset your password',
  },
  add: 'Add',
  cancel: 'Cancel',
  back: 'Back',
  next: 'Next',
  done: 'Done',
  close: 'Close',
  change: 'Change',
  delete: 'Delete',
  ok: 'Ok',
  yes: 'Yes',
  deleteTitle: 'Delete method',
  deleteQuestion: 'Are you sure you would like to delete this method for your account?',
  nameIntro: 'Start by creating a name for your app password. This will help differentiate it from others.',
  nameLabel: 'What name would you like to use? Minimum length is 8 characters.',
  nameTooShort: 'The name must be at least 8 characters long.',
  creating: 'Creating your app password…',
  resultIntro:
    'App password was successfully created. Copy the password to the clipboard and paste it into your app.',
  resultOnce: 'Keep the password in a safe place. It will not be shown again.',
  resultName: 'Name',
  resultPassword: 'Password',
  copy: 'Copy to clipboard',
  error: 'We’re sorry, we ran into a problem. Your app password could not be created.',
  throttled: 'You have tried this too many times. Wait a while, then try again.',
  captcha: 'Enter the characters you see',
  limit: 'You have already reached the limit of 40 app passwords. Delete one to add another.',
  otherMethod: 'Follow the instructions to set up this method.',
  otherField: 'Enter the details',
  sessionTitle: 'Your session is about to expire',
  sessionText: 'For your security you will be signed out soon.',
  sessionStay: 'Stay signed in',
  sessionEnded: 'Your session has ended. Sign in again to continue.',
  signInAgain: 'Sign in',
  lostDevice: 'Lost device?',
  signOutEverywhere: 'Sign out everywhere',
  installAuthenticator: 'Install Microsoft Authenticator',
  differentApp: 'I want to use a different authenticator app',
  skipSetup: 'Skip setup',
  nav: {
    overview: 'Overview',
    password: 'Password',
    organizations: 'Organizations',
    devices: 'Devices',
    activity: 'My sign-ins',
  },
  changePassword: 'Change your password',
  newPassword: 'New password',
  confirmPassword: 'Confirm new password',
  submit: 'Submit',
};

const de: Texts = {
  lang: 'de',
  dir: 'ltr',
  skipToContent: 'Zum Hauptinhalt springen',
  securityInfo: 'Sicherheitsinformationen',
  subtitle: 'Mit diesen Methoden melden Sie sich bei Ihrem Konto an oder setzen Ihr Kennwort zurück.',
  adviceLine: 'Sie verwenden die empfohlene Anmeldemethode, sofern sie anwendbar ist.',
  defaultMethod: 'Standardanmeldemethode:',
  addMethodButton: 'Anmeldemethode hinzufügen',
  addMethodButtonOld: 'Methode hinzufügen',
  addDialogTitleA: 'Methode hinzufügen',
  addDialogTitleB: 'Methode hinzufügen',
  question: 'Welche Methode möchten Sie hinzufügen?',
  options: 'Optionen für Authentifizierungsmethoden',
  chooseMethod: 'Methode auswählen',
  showMore: 'Weitere Optionen anzeigen',
  methods: {
    authenticatorApp: 'Microsoft Authenticator',
    passkey: 'Passkey',
    securityKey: 'Sicherheitsschlüssel',
    phone: 'Telefon',
    alternatePhone: 'Alternatives Telefon',
    officePhone: 'Bürotelefon',
    email: 'E-Mail',
    password: 'Kennwort',
    appPassword: 'App-Kennwort',
    securityQuestions: 'Sicherheitsfragen',
  },
  descriptors: {
    authenticatorApp: 'Anmeldeanforderungen genehmigen oder Einmalcodes verwenden',
    passkey: 'Mit Gesicht, Fingerabdruck oder PIN anmelden',
    securityKey: 'Mit einem USB-, Bluetooth- oder NFC-Gerät anmelden',
    phone: 'Einen Anruf oder eine SMS mit einem Code erhalten',
    alternatePhone: 'Einen Anruf auf einem anderen Telefon erhalten',
    officePhone: 'Einen Anruf auf Ihrem Bürotelefon erhalten',
    email: 'Einen Code per E-Mail erhalten, um das Kennwort zurückzusetzen',
    password: 'Mit einem Kennwort anmelden',
    appPassword: 'Für Apps, die keine zweistufige Überprüfung können',
    securityQuestions: 'Fragen beantworten, um das Kennwort zurückzusetzen',
  },
  add: 'Hinzufügen',
  cancel: 'Abbrechen',
  back: 'Zurück',
  next: 'Weiter',
  done: 'Fertig',
  close: 'Schließen',
  change: 'Ändern',
  delete: 'Löschen',
  ok: 'OK',
  yes: 'Ja',
  deleteTitle: 'Methode löschen',
  deleteQuestion: 'Möchten Sie diese Methode für Ihr Konto wirklich löschen?',
  nameIntro: 'Geben Sie zuerst einen Namen für Ihr App-Kennwort ein, damit Sie es wiedererkennen.',
  nameLabel: 'Welchen Namen möchten Sie verwenden? Die Mindestlänge beträgt 8 Zeichen.',
  nameTooShort: 'Der Name muss mindestens 8 Zeichen lang sein.',
  creating: 'Ihr App-Kennwort wird erstellt…',
  resultIntro: 'Das App-Kennwort wurde erstellt. Kopieren Sie das Kennwort und fügen Sie es in Ihre App ein.',
  resultOnce: 'Bewahren Sie das Kennwort sicher auf. Es wird nicht noch einmal angezeigt.',
  resultName: 'Name',
  resultPassword: 'Kennwort',
  copy: 'In die Zwischenablage kopieren',
  error: 'Leider ist ein Problem aufgetreten. Ihr App-Kennwort konnte nicht erstellt werden.',
  throttled: 'Sie haben dies zu oft versucht. Warten Sie eine Weile und versuchen Sie es dann erneut.',
  captcha: 'Geben Sie die angezeigten Zeichen ein',
  limit:
    'Sie haben die Grenze von 40 App-Kennwörtern bereits erreicht. Löschen Sie eines, um ein weiteres hinzuzufügen.',
  otherMethod: 'Folgen Sie den Anweisungen, um diese Methode einzurichten.',
  otherField: 'Geben Sie die Angaben ein',
  sessionTitle: 'Ihre Sitzung läuft bald ab',
  sessionText: 'Zu Ihrer Sicherheit werden Sie in Kürze abgemeldet.',
  sessionStay: 'Angemeldet bleiben',
  sessionEnded: 'Ihre Sitzung ist abgelaufen. Melden Sie sich erneut an.',
  signInAgain: 'Anmelden',
  lostDevice: 'Gerät verloren?',
  signOutEverywhere: 'Überall abmelden',
  installAuthenticator: 'Microsoft Authenticator installieren',
  differentApp: 'Andere Authenticator-App verwenden',
  skipSetup: 'Setup überspringen',
  nav: {
    overview: 'Übersicht',
    password: 'Kennwort',
    organizations: 'Organisationen',
    devices: 'Geräte',
    activity: 'Meine Anmeldungen',
  },
  changePassword: 'Kennwort ändern',
  newPassword: 'Neues Kennwort',
  confirmPassword: 'Neues Kennwort bestätigen',
  submit: 'Absenden',
};

const fr: Texts = {
  lang: 'fr',
  dir: 'ltr',
  skipToContent: 'Passer au contenu principal',
  securityInfo: 'Informations de sécurité',
  subtitle:
    'Voici les méthodes que vous utilisez pour vous connecter à votre compte ou réinitialiser votre mot de passe.',
  adviceLine: 'Vous utilisez la méthode de connexion la plus recommandée lorsqu’elle s’applique.',
  defaultMethod: 'Méthode de connexion par défaut :',
  addMethodButton: 'Ajouter une méthode',
  addMethodButtonOld: 'Ajouter une méthode',
  addDialogTitleA: 'Ajouter une méthode',
  addDialogTitleB: 'Ajouter une méthode',
  question: 'Quelle méthode voulez-vous ajouter ?',
  options: 'Options de méthode d’authentification',
  chooseMethod: 'Choisir une méthode',
  showMore: 'Afficher plus d’options',
  methods: {
    authenticatorApp: 'Microsoft Authenticator',
    passkey: 'Clé d’accès',
    securityKey: 'Clé de sécurité',
    phone: 'Téléphone',
    alternatePhone: 'Autre téléphone',
    officePhone: 'Téléphone de bureau',
    email: 'E-mail',
    password: 'Mot de passe',
    appPassword: 'Mot de passe d’application',
    securityQuestions: 'Questions de sécurité',
  },
  descriptors: {
    authenticatorApp: 'Approuver les demandes de connexion ou utiliser des codes à usage unique',
    passkey: 'Se connecter avec votre visage, votre empreinte ou votre code PIN',
    securityKey: 'Se connecter avec un appareil USB, Bluetooth ou NFC',
    phone: 'Recevoir un appel ou un SMS avec un code',
    alternatePhone: 'Recevoir un appel sur un autre téléphone',
    officePhone: 'Recevoir un appel sur votre téléphone de bureau',
    email: 'Recevoir un code par e-mail pour réinitialiser votre mot de passe',
    password: 'Se connecter avec un mot de passe',
    appPassword: 'Pour les applications sans vérification en deux étapes',
    securityQuestions: 'Répondre à des questions pour réinitialiser votre mot de passe',
  },
  add: 'Ajouter',
  cancel: 'Annuler',
  back: 'Retour',
  next: 'Suivant',
  done: 'Terminé',
  close: 'Fermer',
  change: 'Modifier',
  delete: 'Supprimer',
  ok: 'OK',
  yes: 'Oui',
  deleteTitle: 'Supprimer la méthode',
  deleteQuestion: 'Voulez-vous vraiment supprimer cette méthode pour votre compte ?',
  nameIntro: 'Commencez par donner un nom à votre mot de passe d’application pour le distinguer des autres.',
  nameLabel: 'Quel nom voulez-vous utiliser ? La longueur minimale est de 8 caractères.',
  nameTooShort: 'Le nom doit comporter au moins 8 caractères.',
  creating: 'Création de votre mot de passe d’application…',
  resultIntro:
    'Le mot de passe d’application a été créé. Copiez le mot de passe et collez-le dans votre application.',
  resultOnce: 'Conservez le mot de passe en lieu sûr. Il ne sera plus affiché.',
  resultName: 'Nom',
  resultPassword: 'Mot de passe',
  copy: 'Copier dans le Presse-papiers',
  error: 'Désolé, un problème est survenu. Votre mot de passe d’application n’a pas pu être créé.',
  throttled: 'Vous avez essayé trop de fois. Patientez, puis réessayez.',
  captcha: 'Entrez les caractères affichés',
  limit:
    'Vous avez déjà atteint la limite de 40 mots de passe d’application. Supprimez-en un pour en ajouter un autre.',
  otherMethod: 'Suivez les instructions pour configurer cette méthode.',
  otherField: 'Entrez les informations',
  sessionTitle: 'Votre session va bientôt expirer',
  sessionText: 'Pour votre sécurité, vous serez bientôt déconnecté.',
  sessionStay: 'Rester connecté',
  sessionEnded: 'Votre session a expiré. Reconnectez-vous pour continuer.',
  signInAgain: 'Se connecter',
  lostDevice: 'Appareil perdu ?',
  signOutEverywhere: 'Se déconnecter partout',
  installAuthenticator: 'Installer Microsoft Authenticator',
  differentApp: 'Je veux utiliser une autre application d’authentification',
  skipSetup: 'Ignorer la configuration',
  nav: {
    overview: 'Vue d’ensemble',
    password: 'Mot de passe',
    organizations: 'Organisations',
    devices: 'Appareils',
    activity: 'Mes connexions',
  },
  changePassword: 'Changer votre mot de passe',
  newPassword: 'Nouveau mot de passe',
  confirmPassword: 'Confirmer le nouveau mot de passe',
  submit: 'Envoyer',
};

const ja: Texts = {
  lang: 'ja',
  dir: 'ltr',
  skipToContent: 'メイン コンテンツにスキップ',
  securityInfo: 'セキュリティ情報',
  subtitle: 'これは、自分のアカウントへのサインインやパスワードの再設定に使用する方法です。',
  adviceLine: '該当する場合、最も推奨されるサインイン方法を使用しています。',
  defaultMethod: '既定のサインイン方法:',
  addMethodButton: 'サインイン方法の追加',
  addMethodButtonOld: '方法の追加',
  addDialogTitleA: '方法を追加します',
  addDialogTitleB: '方法を追加します',
  question: 'どの方法を使用しますか?',
  options: '認証方法のオプション',
  chooseMethod: '方法を選択します',
  showMore: 'その他のオプションを表示する',
  methods: {
    authenticatorApp: 'Microsoft Authenticator',
    passkey: 'パスキー',
    securityKey: 'セキュリティ キー',
    phone: '電話',
    alternatePhone: '代替の電話',
    officePhone: '会社電話',
    email: 'メール',
    password: 'パスワード',
    appPassword: 'アプリ パスワード',
    securityQuestions: 'セキュリティの質問',
  },
  descriptors: {
    authenticatorApp: 'サインイン要求を承認するか、ワンタイム コードを使用します',
    passkey: '顔、指紋、PIN でサインインします',
    securityKey: 'USB、Bluetooth、NFC デバイスでサインインします',
    phone: '電話または SMS でコードを受け取ります',
    alternatePhone: '別の電話で着信を受けます',
    officePhone: '会社の電話で着信を受けます',
    email: 'メールでコードを受け取り、パスワードを再設定します',
    password: 'パスワードでサインインします',
    appPassword: '2 段階認証に対応していないアプリで使用します',
    securityQuestions: '質問に答えてパスワードを再設定します',
  },
  add: '追加',
  cancel: 'キャンセル',
  back: '戻る',
  next: '次へ',
  done: '完了',
  close: '閉じる',
  change: '変更',
  delete: '削除',
  ok: 'OK',
  yes: 'はい',
  deleteTitle: '方法の削除',
  deleteQuestion: 'アカウントのこの方法を削除しますか?',
  nameIntro: '最初にアプリ パスワードの名前を作成します。これは、他のものと区別するのに役立ちます。',
  nameLabel: 'どの名前を使用しますか? 最小の長さは 8 文字です。',
  nameTooShort: '名前は 8 文字以上にする必要があります。',
  creating: 'アプリ パスワードを作成しています…',
  resultIntro:
    'アプリ パスワードが正常に作成されました。パスワードをコピーして、アプリに貼り付けてください。',
  resultOnce: 'パスワードは安全な場所に保管してください。再び表示されることはありません。',
  resultName: '名前',
  resultPassword: 'パスワード',
  copy: 'クリップボードにコピー',
  error: '申し訳ありません。問題が発生しました。アプリ パスワードを作成できませんでした。',
  throttled: '試行回数が多すぎます。しばらくしてからもう一度お試しください。',
  captcha: '表示されている文字を入力してください',
  limit: 'アプリ パスワードは既に上限の 40 個に達しています。追加するには 1 つ削除してください。',
  otherMethod: '手順に従って、この方法を設定します。',
  otherField: '詳細を入力してください',
  sessionTitle: 'セッションの有効期限がまもなく切れます',
  sessionText: 'セキュリティのため、まもなくサインアウトされます。',
  sessionStay: 'サインインしたままにする',
  sessionEnded: 'セッションが終了しました。もう一度サインインしてください。',
  signInAgain: 'サインイン',
  lostDevice: 'デバイスを紛失した場合',
  signOutEverywhere: 'すべてサインアウトする',
  installAuthenticator: 'Microsoft Authenticator のインストール',
  differentApp: '別の認証アプリを設定する',
  skipSetup: 'セットアップをスキップします',
  nav: {
    overview: '概要',
    password: 'パスワード',
    organizations: '組織',
    devices: 'デバイス',
    activity: '自分のサインイン',
  },
  changePassword: 'パスワードの変更',
  newPassword: '新しいパスワード',
  confirmPassword: '新しいパスワードの確認',
  submit: '送信',
};

const ar: Texts = {
  lang: 'ar',
  dir: 'rtl',
  skipToContent: 'تخطي إلى المحتوى الرئيسي',
  securityInfo: 'معلومات الأمان',
  subtitle: 'هذه هي الطرق التي تستخدمها لتسجيل الدخول إلى حسابك أو إعادة تعيين كلمة المرور.',
  adviceLine: 'أنت تستخدم طريقة تسجيل الدخول الموصى بها حيثما ينطبق ذلك.',
  defaultMethod: 'طريقة تسجيل الدخول الافتراضية:',
  addMethodButton: 'إضافة طريقة تسجيل دخول',
  addMethodButtonOld: 'إضافة طريقة',
  addDialogTitleA: 'إضافة طريقة',
  addDialogTitleB: 'إضافة طريقة تسجيل دخول',
  question: 'ما الطريقة التي تريد إضافتها؟',
  options: 'خيارات طرق المصادقة',
  chooseMethod: 'اختر طريقة',
  showMore: 'إظهار المزيد من الخيارات',
  methods: {
    authenticatorApp: 'Microsoft Authenticator',
    passkey: 'مفتاح المرور',
    securityKey: 'مفتاح الأمان',
    phone: 'الهاتف',
    alternatePhone: 'هاتف بديل',
    officePhone: 'هاتف المكتب',
    email: 'البريد الإلكتروني',
    password: 'كلمة المرور',
    appPassword: 'كلمة مرور التطبيق',
    securityQuestions: 'أسئلة الأمان',
  },
  descriptors: {
    authenticatorApp: 'الموافقة على طلبات تسجيل الدخول أو استخدام رموز لمرة واحدة',
    passkey: 'تسجيل الدخول بالوجه أو بصمة الإصبع أو رقم التعريف',
    securityKey: 'تسجيل الدخول بجهاز USB أو Bluetooth أو NFC',
    phone: 'تلقي مكالمة أو رسالة تحتوي على رمز',
    alternatePhone: 'تلقي مكالمة على هاتف آخر',
    officePhone: 'تلقي مكالمة على هاتف المكتب',
    email: 'تلقي رمز بالبريد الإلكتروني لإعادة تعيين كلمة المرور',
    password: 'تسجيل الدخول بكلمة مرور',
    appPassword: 'للتطبيقات التي لا تدعم التحقق بخطوتين',
    securityQuestions: 'الإجابة عن أسئلة لإعادة تعيين كلمة المرور',
  },
  add: 'إضافة',
  cancel: 'إلغاء',
  back: 'رجوع',
  next: 'التالي',
  done: 'تم',
  close: 'إغلاق',
  change: 'تغيير',
  delete: 'حذف',
  ok: 'موافق',
  yes: 'نعم',
  deleteTitle: 'حذف الطريقة',
  deleteQuestion: 'هل تريد بالتأكيد حذف هذه الطريقة من حسابك؟',
  nameIntro: 'ابدأ بإنشاء اسم لكلمة مرور التطبيق لتمييزها عن غيرها.',
  nameLabel: 'ما الاسم الذي تريد استخدامه؟ الحد الأدنى للطول هو 8 أحرف.',
  nameTooShort: 'يجب ألا يقل الاسم عن 8 أحرف.',
  creating: 'جارٍ إنشاء كلمة مرور التطبيق…',
  resultIntro: 'تم إنشاء كلمة مرور التطبيق بنجاح. انسخ كلمة المرور والصقها في تطبيقك.',
  resultOnce: 'احتفظ بكلمة المرور في مكان آمن. لن تظهر مرة أخرى.',
  resultName: 'الاسم',
  resultPassword: 'كلمة المرور',
  copy: 'نسخ إلى الحافظة',
  error: 'عذرًا، واجهتنا مشكلة. تعذر إنشاء كلمة مرور التطبيق.',
  throttled: 'لقد حاولت مرات كثيرة جدًا. انتظر قليلًا ثم أعد المحاولة.',
  captcha: 'أدخل الأحرف التي تراها',
  limit: 'لقد وصلت بالفعل إلى حد 40 كلمة مرور تطبيق. احذف واحدة لإضافة أخرى.',
  otherMethod: 'اتبع الإرشادات لإعداد هذه الطريقة.',
  otherField: 'أدخل التفاصيل',
  sessionTitle: 'جلستك على وشك الانتهاء',
  sessionText: 'لحمايتك سيتم تسجيل خروجك قريبًا.',
  sessionStay: 'البقاء قيد تسجيل الدخول',
  sessionEnded: 'انتهت جلستك. سجّل الدخول مرة أخرى للمتابعة.',
  signInAgain: 'تسجيل الدخول',
  lostDevice: 'هل فقدت جهازك؟',
  signOutEverywhere: 'تسجيل الخروج من كل مكان',
  installAuthenticator: 'تثبيت Microsoft Authenticator',
  differentApp: 'أريد استخدام تطبيق مصادقة آخر',
  skipSetup: 'تخطي الإعداد',
  nav: {
    overview: 'نظرة عامة',
    password: 'كلمة المرور',
    organizations: 'المؤسسات',
    devices: 'الأجهزة',
    activity: 'عمليات تسجيل الدخول',
  },
  changePassword: 'تغيير كلمة المرور',
  newPassword: 'كلمة المرور الجديدة',
  confirmPassword: 'تأكيد كلمة المرور الجديدة',
  submit: 'إرسال',
};

const TEXTS: Readonly<Record<Switches['language'], Texts>> = {
  en,
  de,
  fr,
  ja,
  ar,
  mixed: { ...ja, lang: 'en' },
};

export function textsFor(language: Switches['language']): Texts {
  return TEXTS[language];
}
